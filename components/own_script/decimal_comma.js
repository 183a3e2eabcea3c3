// A browser takes in a number field the marks of its own language alone: an English one made 15 of “1,5” on a German page.
// So where the page's language has a decimal comma, one that the browser leaves out goes in as the point that it knows.
(() => {
  const root = document.documentElement;
  if (root.dataset.llDecimalComma) return;
  root.dataset.llDecimalComma = "watched";
  const hasComma = () => (1.5).toLocaleString(root.lang || "en").includes(",");
  // Whether the field took the words: only then does it tell of an input, and before this returns.
  const put = (field, words) => {
    let taken = false;
    const note = () => { taken = true };
    field.addEventListener("input", note);
    document.execCommand("insertText", false, words);
    field.removeEventListener("input", note);
    return taken;
  };
  let ours = false;
  document.addEventListener("beforeinput", (event) => {
    const { target, data } = event, parts = (data ?? "").split(",");
    if (ours || target.type !== "number" || parts.length !== 2 || !hasComma()) return;
    event.preventDefault();
    ours = true;
    if (parts[0]) put(target, parts[0]);
    if (!put(target, ",")) put(target, ".");
    if (parts[1]) put(target, parts[1]);
    ours = false;
  }, true);
})();
