// Streamlit says on the element of the app whether it has a line to the server, and whether that runs the page. When the
// line is back, a run is asked for at once, and one more when that is over, for what was pressed before it was. Streamlit
// tries anew at moments of chance, so the phones of a room do not all come together. How many runs are still to be asked
// for stands on that element too, from when the line is cut until the last of them is over: see `watchLine`. A button
// that is pressed before that waits for it: the server does not know the page yet, and would drop the press.
const STATES = ["data-test-connection-state", "data-test-script-state"];
const BUTTON = 'button[data-testid^="stBaseButton"]';
const watchers = new WeakMap();

class Watcher {
  constructor(runs) {
    this.runs = runs;
    this.app = document.querySelector('[data-testid="stApp"]');
    this.had = this.has();
    this.observer = new MutationObserver(() => this.look());
    this.observer.observe(this.app, { attributeFilter: STATES });
    this.hold = (event) => this.held(event);
    document.addEventListener("click", this.hold, true);
  }

  held(event) {
    const button = event.target.closest?.(BUTTON);
    if (!button || !this.had || !("llAsks" in this.app.dataset)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.waits = button;
  }

  letGo() {
    delete this.app.dataset.llAsks;
    const button = this.waits;
    this.waits = null;
    if (button?.isConnected) button.click();
  }

  has() {
    return this.app.dataset.testConnectionState === "CONNECTED";
  }

  look() {
    const had = this.had;
    this.had = this.has();
    if (had && !this.had) this.app.dataset.llAsks = this.runs;
    const idle = !had || this.app.dataset.testScriptState === "notRunning";
    if (!this.had || !idle || !("llAsks" in this.app.dataset)) return;
    const asks = Number(this.app.dataset.llAsks);
    if (asks === 0) return this.letGo();
    this.app.dataset.llAsks = asks - 1;
    this.back();
  }

  close() {
    this.observer.disconnect();
    document.removeEventListener("click", this.hold, true);
  }
}

export default ({ data, parentElement, setTriggerValue }) => {
  const watcher = watchers.get(parentElement) ?? new Watcher(data.runs);
  watcher.back = () => setTriggerValue("back", Date.now());
  watchers.set(parentElement, watcher);
  return () => {
    watcher.close();
    watchers.delete(parentElement);
  };
};
