// Where Tab leads. Into a row of buttons of which one is chosen: to that one, as in every group of radio buttons. Out of
// an open menu that hangs at its button: back to the button; and the menu closes, also when it was never gone into. And
// out of the sign that empties a list, which is gone once it is pressed: into the list's field.
(() => {
  const root = document.documentElement;
  if (root.dataset.llTabWays) return;
  root.dataset.llTabWays = "watched";
  const ROW = '[role="radiogroup"]', MENU = '[data-testid="stPopoverBody"]', LIST = '[data-testid="stSelectbox"]';
  document.addEventListener("keydown", ({ key, target }) => {
    if (key !== "Tab") return;
    const row = target.closest(ROW), menu = target.closest(MENU);
    setTimeout(() => {
      const at = document.activeElement, into = at.closest(ROW);
      if (into && into !== row) into.querySelector('button[role="radio"][aria-checked="true"]')?.focus();
      const opener = document.querySelector('[data-testid="stPopover"] button[aria-expanded="true"]');
      if (!opener || at === opener || at.closest(MENU)) return;
      if (menu) opener.focus();
      opener.click();
    });
  }, true);
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    const list = !relatedTarget && target.matches("[data-focus-visible]") && target.closest(LIST);
    if (list) setTimeout(() => {
      if (!target.isConnected && document.activeElement === document.body) list.querySelector("input")?.focus();
    });
  });
})();
