// Calls `changed` when what a component reports would be lost, and again when it would not: from when the connection
// is cut until the runs that `line_back` requests are over. For a component that stays on the page while it runs
// again.
function watchLine(box, changed) {
  const app = document.querySelector('[data-testid="stApp"]')
  let wasCut = false
  const look = () => {
    const isCut = "llAsks" in app.dataset
    if (!box.isConnected) observer.disconnect()
    else if (isCut !== wasCut) changed((wasCut = isCut))
  }
  const observer = new MutationObserver(look)
  observer.observe(app, { attributeFilter: ["data-ll-asks"] })
  look()
}
