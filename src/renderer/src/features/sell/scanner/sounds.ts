type Sound = 'found' | 'refused' | 'held';

/** Frequency in hertz, length in seconds, of each tone of a sound. */
const TONES: Readonly<Record<Sound, readonly (readonly [number, number])[]>> = {
  found: [[1320, 0.06]],
  refused: [
    [220, 0.16],
    [165, 0.24],
  ],
  held: [
    [660, 0.05],
    [660, 0.05],
  ],
};
const VOLUME = 0.12;

let output: AudioContext | null = null;

/** A short sound; silent where the device has none or the page has not been touched yet. */
export function playSound(sound: Sound): void {
  try {
    output ??= new AudioContext();
    void output.resume();
    let atS = output.currentTime;
    for (const [hertz, lengthS] of TONES[sound]) {
      playTone(output, hertz, atS, lengthS);
      atS += lengthS + 0.03;
    }
  } catch {
    // A till without a sound card still sells.
  }
}

function playTone(context: AudioContext, hertz: number, atS: number, lengthS: number): void {
  const tone = new OscillatorNode(context, { frequency: hertz, type: hertz < 400 ? 'square' : 'sine' });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(VOLUME, atS);
  volume.gain.exponentialRampToValueAtTime(0.0001, atS + lengthS);
  tone.connect(volume).connect(context.destination);
  tone.start(atS);
  tone.stop(atS + lengthS);
}
