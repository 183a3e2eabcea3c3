// Speech to text where the browser offers it. Where it does not, nothing is shown.
const Recognition = window.SpeechRecognition || window.webkitSpeechRecognition
const LANGUAGE = "en-GB" // whatever the page speaks: answers are marked in English

// Whether this browser can do it on the device; older ones cannot say, and may send the voice to their maker. Nor is a
// browser asked that a program drives: Chromium's headless shell ends the page that asks.
async function onDevice() {
  const { available } = Recognition
  if (typeof available !== "function" || (navigator.webdriver && String(available).includes("[native code]"))) return false
  try {
    return (await Recognition.available({ langs: [LANGUAGE], processLocally: true })) === "available"
  } catch {
    return false
  }
}

// `words` has a sentence for each error of a browser, by its name.
function dictation(words, tell, complain, heard, running) {
  if (!Recognition) return null
  let recognition = null, local = false
  onDevice().then((found) => {
    local = found
    tell(local ? words.local : words.sent)
  })
  const stop = () => { const old = recognition; recognition = null; if (old) old.stop(); running(false) }
  const start = () => {
    recognition = new Recognition()
    const own = recognition
    Object.assign(own, { lang: LANGUAGE, continuous: true, interimResults: false })
    if (local) own.processLocally = true
    own.onresult = (event) => {
      for (let at = event.resultIndex; at < event.results.length; at += 1) {
        if (event.results[at].isFinal) heard(event.results[at][0].transcript.trim())
      }
    }
    own.onerror = (event) => { if (words[event.error]) complain(words[event.error]) }
    own.onend = () => { if (recognition === own) stop() }
    own.start()
    running(true)
  }
  return { toggle: () => (recognition ? stop() : start()), stop }
}
