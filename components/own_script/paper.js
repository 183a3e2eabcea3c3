// A chart has the width of its window. For paper its drawing is told its own size, so that it can be scaled to the page.
(() => {
  const root = document.documentElement;
  if (root.dataset.llPaper) return;
  root.dataset.llPaper = "watched";
  addEventListener("beforeprint", () => {
    for (const drawing of document.querySelectorAll(".main-svg")) {
      const [width, height] = ["width", "height"].map((name) => drawing.getAttribute(name));
      drawing.setAttribute("viewBox", `0 0 ${parseFloat(width)} ${parseFloat(height)}`);
    }
  });
})();
