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
// The news that a run has begun has React look at every element. So what a press on a part of the page is waited for is
// given ahead of the news, as if the run before had drawn it, and all in order once the screen has shown that: Streamlit
// takes away what is not drawn in the new run's name. The server says where it ends, by a second message that it is at
// work (components/announce_with_first.py, docs/adr/0032). What came meanwhile goes along only if it is the run's end:
// half of the rest would stand in the page together with what it replaces.
const READ = { first: 3, drawn: [".stHtml"] }, PRESSED = { first: 10, drawn: [".stHtml", ".stButton"] };
const STEP_MS = 4, STEPS = 12, AHEAD_MS = 20, FRAME_MS = 50;
// Numbers of fields in Streamlit's ForwardMsg.proto: of a message, of its metadata, of the run in that.
const METADATA = 2, BEGINS = 4, DELTA = 5, FINISHED = 6, AT_WORK = 9, RUN = 6, FRAGMENTS = 2;
const VARINT = 0, EIGHT = 1, LENGTH = 2;

// The fields of a protobuf message by their numbers; of a repeated one the last. None of what is not bytes.
const fieldsOf = (data) => {
  const bytes = new Uint8Array(data), fields = {};
  let at = 0;
  const varint = () => {
    let value = 0, scale = 1, byte;
    do {
      byte = bytes[at++];
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    return value;
  };
  while (at < bytes.length) {
    const tag = varint(), wire = tag % 8;
    const size = wire === VARINT ? 0 : wire === LENGTH ? varint() : wire === EIGHT ? 8 : 4;
    fields[(tag - wire) / 8] = wire === VARINT ? varint() : bytes.subarray(at, (at += size));
  }
  return fields;
};
const begins = ({ fields }) => BEGINS in fields, draws = ({ fields }) => DELTA in fields;
const isOfPart = ({ fields }) => FRAGMENTS in fieldsOf(fieldsOf(fields[METADATA] ?? [])[RUN] ?? []);
// Once React, which posts itself a message about what it is given, has drawn that and a frame has shown it.
const afterFrame = (act) => {
  const { port1, port2 } = new MessageChannel();
  port2.onmessage = () => (port2.close(), requestAnimationFrame(() => setTimeout(act)));
  port1.postMessage(0);
};
window.WebSocket = class extends WebSocket {
  constructor(...asked) {
    super(...asked);
    if (!new URL(this.url).pathname.endsWith("/_stcore/stream")) return;
    const line = (document.llLine = { socket: this, heard: performance.now(), asked: 0 });
    this.llLine = line;
    const held = [];
    let timer = 0, running = true, isAhead = false;
    const tell = ({ data }) => this.dispatchEvent(new MessageEvent("message", { data }));
    const give = (most = held.length) => {
      clearTimeout(timer);
      timer = 0;
      isAhead = false;
      for (const each of held.splice(0, most)) {
        if (begins(each)) running = true;
        if (FINISHED in each.fields) running = false;
        tell(each);
      }
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
    const goAhead = () => {
      const drawn = held.filter(draws), whole = held.length;
      if (held.filter(begins).length > 1) return give();
      const follow = () => {
        give(held.some((each) => FINISHED in each.fields) ? held.length : whole);
        if (held.length) timer = setTimeout(giveInTime, 1, 0);
      };
      isAhead = true;
      clearTimeout(timer);
      timer = setTimeout(follow, FRAME_MS);
      drawn.forEach(tell);
      afterFrame(() => isAhead && follow());
    };
    this.addEventListener("message", (event) => {
      if (!event.isTrusted) return;
      event.stopImmediatePropagation();
      line.heard = performance.now();
      held.push({ data: event.data, fields: fieldsOf(event.data) });
      if (document.hidden) return give();
      if (isAhead) return;
      const mayGoAhead = !waits.length && !running && begins(held[0]) && isOfPart(held[0]);
      if (mayGoAhead && AT_WORK in held.at(-1).fields && held.some(draws)) goAhead();
      else timer ||= mayGoAhead ? setTimeout(give, AHEAD_MS) : setTimeout(giveInTime, 1, 0);
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
