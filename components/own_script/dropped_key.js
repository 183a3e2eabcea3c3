// Tells those who listen that a field for a number has dropped what was typed or pasted: a browser does so without a word.
// It says so in a pause, since a screen reader names each key as it is pressed.
(() => {
  const root = document.documentElement, PAUSE_MS = 500;
  if (root.dataset.llDroppedKey) return;
  root.dataset.llDroppedKey = "watched";
  const GIVEN = ["insertText", "insertFromPaste", "insertFromDrop"]; // Enter inserts a line break, and means the number
  let taken = 0, waits;
  const tell = () => {
    const words = [...document.querySelectorAll("[data-ll-dropped]")].at(-1)?.dataset.llDropped;
    if (words) dispatchEvent(new CustomEvent("llsay", { detail: words }));
  };
  document.addEventListener("input", ({ data }) => { if (data !== "") taken += 1; }, true); // "" over what was selected
  document.addEventListener("beforeinput", (event) => {
    const { target, inputType } = event, before = taken;
    if (target.type !== "number" || !GIVEN.includes(inputType)) return;
    setTimeout(() => {
      if (taken > before || event.defaultPrevented) return; // another script has put it in, or knows what it means
      clearTimeout(waits);
      waits = setTimeout(tell, PAUSE_MS);
    });
  }, true);
})();
