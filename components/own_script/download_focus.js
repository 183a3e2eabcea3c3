// A button whose file is only made once it is pressed is disabled meanwhile, and lets go of the focus: here it comes back.
(() => {
  const root = document.documentElement;
  if (root.dataset.llDownloadFocus) return;
  root.dataset.llDownloadFocus = "watched";
  const giveBack = (button, tries = 0) => setTimeout(() => {
    const at = document.activeElement;
    if (at !== document.body && at !== button) return; // somebody went on
    if (at !== button && !button.disabled) button.focus({ preventScroll: true });
    if (button.isConnected && tries < 30) giveBack(button, tries + 1);
  }, 100);
  document.addEventListener("click", ({ target }) => {
    const button = target.closest('[data-testid="stDownloadButton"] button');
    if (button) giveBack(button);
  }, true);
})();
