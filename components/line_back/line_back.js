// Runs the page again once a lost connection to the server is back. Streamlit notes on the element of the app whether
// it is connected and whether the page runs. When the connection is back, a run is requested at once, and another one
// after it, for presses made in between. Streamlit reconnects at random moments, so the phones of a room do not all
// come together. The number of runs still to be requested is kept on that element too, until the last of them is over
// (`watchLine`). A button that is pressed before then waits: the server does not know the page yet, and would drop the
// press. A silent connection counts as cut (own_script/silent_line.js).
//
// A run that arrives all at once is never seen to run: only its own mark tells that it was, so this is looked at again
// and again until the mark has come.
const STATES = ["data-test-connection-state", "data-ll-silent"], LOOKED_AGAIN_MS = 50;
const BUTTON = 'button[data-testid^="stBaseButton"]';
const watchers = new WeakMap();

// A page that has become another session may have drawn its buttons anew, and this component with them.
function keyOf(button) {
  const box = button.closest('[data-testid="stElementContainer"][class*="st-key-"]');
  return [...(box?.classList ?? [])].find((name) => name.startsWith("st-key-"));
}

class Watcher {
  constructor({ runs, ran }) {
    this.runs = runs;
    this.ran = ran;
    this.app = document.querySelector('[data-testid="stApp"]');
    this.had = this.has();
    this.observer = new MutationObserver(() => this.look());
    this.observer.observe(this.app, { attributeFilter: STATES });
    this.hold = (event) => this.held(event);
    document.addEventListener("click", this.hold, true);
    this.lookAgain(); // a run that was requested may have drawn this anew
  }

  held(event) {
    const button = event.target.closest?.(BUTTON);
    if (!button || !this.isConnected() || !("llAsks" in this.app.dataset)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.app.llWaits = { button, key: keyOf(button), label: button.textContent };
  }

  letGo() {
    delete this.app.dataset.llAsks;
    document.dispatchEvent(new Event("ll-back")); // a field that lost its focus sends what is in it: kept_fields.js
    const waits = this.app.llWaits;
    delete this.app.llWaits;
    if (!waits) return;
    const { button, key, label } = waits;
    const now = button.isConnected ? button : key && document.querySelector(`.${CSS.escape(key)} ${BUTTON}`);
    if (now?.textContent === label) now.click();
  }

  isConnected() {
    return this.app.dataset.testConnectionState === "CONNECTED";
  }

  has() {
    return this.isConnected() && !("llSilent" in this.app.dataset);
  }

  look() {
    const had = this.had;
    this.had = this.has();
    if (had && !this.had) this.app.dataset.llAsks = this.runs;
    if (!this.had || !("llAsks" in this.app.dataset)) return;
    if (had && !this.isOver()) return this.lookAgain();
    const asks = Number(this.app.dataset.llAsks);
    if (asks === 0) return this.letGo();
    this.app.dataset.llAsks = asks - 1;
    this.before = this.ran;
    this.back();
    this.lookAgain();
  }

  isOver() {
    return this.ran !== this.before && this.app.dataset.testScriptState === "notRunning";
  }

  lookAgain() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), LOOKED_AGAIN_MS);
  }

  close() {
    this.observer.disconnect();
    clearTimeout(this.timer);
    document.removeEventListener("click", this.hold, true);
  }
}

export default ({ data, parentElement, setTriggerValue }) => {
  const watcher = watchers.get(parentElement) ?? new Watcher(data);
  watcher.ran = data.ran;
  watcher.back = () => setTriggerValue("back", Date.now());
  watchers.set(parentElement, watcher);
  return () => {
    watcher.close();
    watchers.delete(parentElement);
  };
};
