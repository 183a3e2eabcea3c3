// Counts down what the server says is left; asks for one rerun when nothing is.
const clocks = new WeakMap();

function said(seconds, { one, many, words }) {
  const left = Math.max(0, Math.ceil(seconds));
  return (left === 1 ? one : many).replace("{n}", left) + (words ? `, ${words}` : "");
}

export default ({ data, parentElement, setTriggerValue }) => {
  const bar = parentElement.querySelector("i");
  const text = parentElement.querySelector("p");
  const before = clocks.get(parentElement);
  clearInterval(before?.timer);
  const clock = { end: performance.now() + data.left * 1000, token: data.token, over: before?.over };
  clocks.set(parentElement, clock);
  const tick = () => {
    const left = (clock.end - performance.now()) / 1000;
    bar.style.width = `${Math.max(0, Math.min(100, (left / data.total) * 100))}%`;
    const now = said(left, data);
    if (text.textContent !== now) text.textContent = now;
    if (left > -0.05) return;
    clearInterval(clock.timer);
    if (clock.over === clock.token) return;
    clock.over = clock.token;
    setTriggerValue("ended", clock.token);
  };
  clock.timer = setInterval(tick, 250);
  tick();
  return () => clearInterval(clock.timer);
};
