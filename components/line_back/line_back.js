// Streamlit says on the element of the app whether it has a line to the server, and whether that runs the page. When the
// line is back, a run is asked for at once, and one more when that is over, for what was pressed before it was. Streamlit
// tries anew at moments of chance, so the phones of a room do not all come together. How many runs are still to be asked
// for stands on that element too, from when the line is cut until the last of them is over: see `watchLine`.
const STATES = ["data-test-connection-state", "data-test-script-state"];
const watchers = new WeakMap();

class Watcher {
  constructor(runs) {
    this.runs = runs;
    this.app = document.querySelector('[data-testid="stApp"]');
    this.had = this.has();
    this.observer = new MutationObserver(() => this.look());
    this.observer.observe(this.app, { attributeFilter: STATES });
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
    if (asks === 0) return void delete this.app.dataset.llAsks;
    this.app.dataset.llAsks = asks - 1;
    this.back();
  }

  close() {
    this.observer.disconnect();
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
