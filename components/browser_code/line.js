// The line to the server, as Streamlit tells it on the element of the app, for a box that outlives runs of the page.
// `changed` is told true when the line is cut, and false once it is back and the runs that `line_back` asks for are over:
// what a component says before that is lost.
function watchLine(box, changed) {
  const LOOK_MS = 100, QUIET = 5, app = document.querySelector('[data-testid="stApp"]')
  let isCut = false, waits
  const whenIdle = (quiet = 0) => {
    waits = setTimeout(() => {
      if (quiet >= QUIET) changed(false)
      else whenIdle(app.dataset.testScriptState === "notRunning" && !Number(app.dataset.llAsks ?? 0) ? quiet + 1 : 0)
    }, LOOK_MS)
  }
  const look = () => {
    const now = app.dataset.testConnectionState !== "CONNECTED"
    if (!box.isConnected) observer.disconnect()
    if (!box.isConnected || now === isCut) return
    isCut = now
    clearTimeout(waits)
    if (isCut) changed(true)
    else whenIdle()
  }
  const observer = new MutationObserver(look)
  observer.observe(app, { attributeFilter: ["data-test-connection-state"] })
  look()
}
