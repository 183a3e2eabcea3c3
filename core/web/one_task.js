// Streamlit's messages that come within a millisecond reach the page in one task. React draws what one task brings once;
// a message that comes by itself has it look at every element of the page (docs/adr/0026). A page that nobody sees
// gets each at once: its timers are late. Events that a script made pass as they are, ours among them.
// When the page last heard over this socket, and since when it has waited for an answer, stands in `document.llLine`:
// own_script/silent_line.js goes by that.
// React draws the first element of each kind as a grey box until it has the code, and all that come together with it.
// So the first messages, up to our scripts, are given by themselves; titles are of their kind. Where a page is pressed
// rather than read, its document says so (first_paint.py): there the first button of the bar goes ahead as well, and what
// watches the line, a component as figures are. The rest waits until those are drawn. Neither waits for more than 50 ms,
// and nothing waits a second time.
const READ = { first: 3, drawn: [".stHtml"] }, PRESSED = { first: 10, drawn: [".stHtml", ".stButton"] };
const STEP_MS = 4, STEPS = 12;
window.WebSocket = class extends WebSocket {
  constructor(...asked) {
    super(...asked);
    if (!new URL(this.url).pathname.endsWith("/_stcore/stream")) return;
    const line = (document.llLine = { socket: this, heard: performance.now(), asked: 0 });
    this.llLine = line;
    const held = [];
    let timer = 0;
    const give = (most = held.length) => {
      clearTimeout(timer);
      timer = 0;
      for (const data of held.splice(0, most)) this.dispatchEvent(new MessageEvent("message", { data }));
    };
    const { first, drawn } = document.querySelector("meta[name=ll-pressed]") ? PRESSED : READ;
    const waits = [
      { for: () => held.length >= first, most: first },
      { for: () => drawn.every((kind) => document.querySelector(kind)) },
    ];
    const giveInTime = (steps) => {
      const wait = waits[0];
      if (wait && steps < STEPS && !wait.for()) return void (timer = setTimeout(giveInTime, STEP_MS, steps + 1));
      waits.shift();
      give(wait?.most);
      if (held.length) giveInTime(0);
    };
    this.addEventListener("message", (event) => {
      if (!event.isTrusted) return;
      event.stopImmediatePropagation();
      line.heard = performance.now();
      held.push(event.data);
      if (document.hidden) give();
      else timer ||= setTimeout(giveInTime, 1, 0);
    });
    this.addEventListener("close", () => give());
  }

  send(data) {
    super.send(data);
    if (!this.llLine || this.llLine.asked > this.llLine.heard) return;
    this.llLine.asked = performance.now();
    document.dispatchEvent(new Event("ll-asked"));
  }
};
