// Adds the seconds since the server last sent the time; it asks the server nothing. Once nothing has happened in the
// room for so long that it counts as left alone, the time since the last event is subtracted, as the server does.
const WORTH_SAYING_S = 30
const ticking = new WeakMap()

function minutes(seconds) {
  const whole = Math.round(Math.abs(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`
}

function lateness(behind, words) {
  if (Math.abs(behind) < WORTH_SAYING_S) return words.onPlan
  return (behind > 0 ? words.behind : words.ahead).replace("{time}", minutes(behind))
}

function counted({ idle, sleeps }, elapsed) {
  if (idle + elapsed <= sleeps) return elapsed
  return idle <= sleeps ? -idle : 0
}

function said(data, elapsed) {
  const since = data.runs ? counted(data, elapsed) : 0
  const spent = data.spent + since
  const share = spent / data.planned
  const used = Math.min(spent, data.planned) - Math.min(data.spent, data.planned)
  const state = share > data.over ? "over" : share >= data.soon ? "soon" : "calm"
  const { words } = data
  const note = { over: words.over.replace("{time}", minutes(spent - data.planned)), soon: words.soon, calm: "" }[state]
  const time = words.time.replace("{spent}", minutes(spent)).replace("{planned}", minutes(data.planned))
  return { state, time, note, late: data.runs ? lateness(data.behind + since - used, words) : words.waits }
}

export default ({ data, parentElement }) => {
  clearInterval(ticking.get(parentElement))
  const line = parentElement.querySelector("p")
  const parts = ["strong", ".state", "small"].map((name) => line.querySelector(name))
  const start = performance.now()
  const tick = () => {
    const now = said(data, (performance.now() - start) / 1000)
    line.className = `clock ${now.state}`
    ;[now.time, now.note, now.late].forEach((text, place) => {
      if (parts[place].textContent !== text) parts[place].textContent = text
    })
  }
  tick()
  const timer = setInterval(tick, 500)
  ticking.set(parentElement, timer)
  return () => clearInterval(timer)
}
