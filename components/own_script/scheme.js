// Passes the colour scheme on to what is drawn outside .stApp, the only element that knows it: dialogs and menus.
(() => {
  const root = document.documentElement, app = document.querySelector(".stApp");
  if (!app || root.dataset.llScheme) return;
  root.dataset.llScheme = "watched";
  const copy = () => { root.style.colorScheme = getComputedStyle(app).colorScheme; };
  const soon = () => requestAnimationFrame(copy);
  new MutationObserver(soon).observe(app, { attributes: true, attributeFilter: ["class"] });
  copy();
})();
