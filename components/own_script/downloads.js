// A download includes what was just typed: if the press takes the focus from a changed field, it waits until the
// server has the change. A button whose file is only made on the press is disabled meanwhile; it gets its focus back.
(() => {
  const root = document.documentElement;
  if (root.dataset.llDownloads) return;
  root.dataset.llDownloads = "watched";
  const LOOK_MS = 60, QUIET = 3;
  const FIELD = '[data-testid="stNumberInput"], [data-testid="stTextInput"], [data-testid="stTextArea"]';
  const RUNS = '[data-testid="stApp"]:not([data-test-script-state="notRunning"])';
  let typed = false;
  document.addEventListener("input", ({ target }) => { typed ||= Boolean(target.closest(FIELD)); }, true);
  const whenIdle = (act, quiet = 0) => setTimeout(() => {
    if (quiet >= QUIET) act();
    else whenIdle(act, document.querySelector(RUNS) ? 0 : quiet + 1);
  }, LOOK_MS);
  const giveBack = (button, tries = 0) => setTimeout(() => {
    const at = document.activeElement;
    if (at !== document.body && at !== button) return; // somebody went on
    if (at !== button && !button.disabled) button.focus({ preventScroll: true });
    if (button.isConnected && tries < 30) giveBack(button, tries + 1);
  }, 100);
  document.addEventListener("click", (event) => {
    const button = event.target.closest('[data-testid="stDownloadButton"] button');
    if (!button) return;
    if (typed) {
      typed = false;
      event.preventDefault();
      event.stopPropagation();
      whenIdle(() => button.click());
    } else giveBack(button);
  }, true);
})();
