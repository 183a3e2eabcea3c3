// Speech to text where the browser offers it. Where it does not, nothing is shown.
const Recognition = window.SpeechRecognition || window.webkitSpeechRecognition
const LANGUAGE = "en-GB"
const TROUBLE = {
  "not-allowed": "The browser was not allowed to use the microphone. Allow it in the browser's settings, or type.",
  "service-not-allowed": "The browser's speech service is switched off. Type instead.",
  "audio-capture": "No microphone was found. Connect one, or type.",
  "network": "The browser's speech service cannot be reached. Type instead.",
  "language-not-supported": "The browser's speech service knows no English. Type instead.",
}

// Whether this browser can do it on the device; older ones cannot say, and may send the voice to their maker.
async function onDevice() {
  if (typeof Recognition.available !== "function") return false
  try { return (await Recognition.available({ langs: [LANGUAGE], processLocally: true })) === "available" } catch { return false }
}

function dictation(say, heard, running) {
  if (!Recognition) return null
  let recognition = null, local = false
  onDevice().then((found) => {
    local = found
    say(local ? "Dictation runs on this device." : "For dictation your browser may send your voice to its maker's service. Your text comes back into the box; this course gets no sound.")
  })
  const stop = () => { const old = recognition; recognition = null; if (old) old.stop(); running(false) }
  const start = () => {
    recognition = new Recognition()
    const own = recognition
    Object.assign(own, { lang: LANGUAGE, continuous: true, interimResults: false })
    if (local) own.processLocally = true
    own.onresult = (event) => {
      for (let at = event.resultIndex; at < event.results.length; at += 1) if (event.results[at].isFinal) heard(event.results[at][0].transcript.trim())
    }
    own.onerror = (event) => { if (TROUBLE[event.error]) say(TROUBLE[event.error]) }
    own.onend = () => { if (recognition === own) stop() }
    own.start()
    running(true)
  }
  return { toggle: () => (recognition ? stop() : start()), stop }
}
