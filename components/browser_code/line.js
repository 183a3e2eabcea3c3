// Tells `changed` whether what a component says now is lost: from when the line to the server is cut until the runs are
// over that `line_back` asks for. For a box that outlives runs of the page.
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
