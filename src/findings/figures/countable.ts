/** Which quantities a reader would list as figures: money, measures, shares, goods and people; not dates, ages or places in a row. */

import type { QuantityReading } from '../../core/index.ts';

/** Durations, ages and frequencies. */
const TIMES =
  /^(second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|century|time|occasion|year-old|anniversary|term|season|o'clock|am|pm|a\.m\.?|p\.m\.?)$/;

/** Who meets, and the meetings: counted in small words they are only a way of naming them. */
const ACTORS =
  /^(side|party|country|nation|state|neighbour|neighbor|leader|minister|president|premier|official|envoy|diplomat|ambassador|government|capital|delegation|ally|partner|member|power|man|woman|counterpart|representative|spokesman|chief|rival|foe|sides|bloc|group|team|meeting|round|session|talk|summit|visit|trip|call|phase|step|stage|way|thing|point|issue|topic|area|reason|question|matter|article|paragraph|page|chapter|level|tier|rung|part|half|goal|priority|pillar|sector|field|front|aspect|principle|proposal|track|document|sentence|word|line|instalment|installment|tranche|attempt|hand|version|kind|type|sort|form|direction|condition)$/;

/** Counts of readers and likes, and numbers that number rather than count. */
const NEVER =
  /^(view|share|like|comment|follower|subscriber|read|click|retweet|point|goal-difference|degree|o|th|st|nd|rd|version|no|number)$/;

/** Places, vehicles and buildings: counted even in small words. */
const THINGS =
  /^(province|region|district|county|village|town|crossing|camp|lorry|truck|tanker|ship|boat|vessel|ferry|plane|aircraft|jet|helicopter|drone|missile|rocket|tank|bus|train|wagon|container|school|hospital|clinic|house|home|bridge|road|dam|factory|plant|reactor|warehouse|bunker|depot|radar|rifle|gun|cannon|howitzer|launcher|generator|turbine|engine|mine|mill|smelter|refinery|pipeline|runway|barge|locomotive|ambulance|crane|tent|blanket|dog|horse|elephant|panda|scholarship|dinghy|raft|flight|language|memorandum|battalion|brigade|battery|squadron|yacht|trawler|frigate|destroyer|corvette|warship|gunboat|submarine|minesweeper|cutter|freighter|dhow|coup|kilometre|floor|storey|post|outpost|checkpoint|airfield|airbase|port|harbour|monastery|mosque|church|temple|shelter|embassy|consulate|island|islet|well|oilfield|silo|granary|laboratory|museum|statue|painting|manuscript|artefact|tractor|machine|printer|computer|satellite|motorcycle|car|jeep|vehicle|minibus|bulldozer|excavator|pump|purifier|incubator|ventilator|scanner|mortar|torpedo|shell|bomb|balloon|buoy|abstention|vote|corridor|tunnel|canal|pylon|substation|transformer|gunship|airliner|glider|carrier|craft|speedboat|excavator|greenhouse|kitchen|classroom|library|stadium|airport|railway|grant|loan|scholarship|visa|passport|monument|cannon|interceptor|bomber|fighter)$/;

/** Units that hold or measure something else, which is then the item. */
const HOLDERS =
  /^(tonne|ton|kilogram|kilogramme|kilo|kg|gram|pound|litre|liter|gallon|barrel|dose|vial|box|truckload|truck|container|pallet|piece|set|unit|bag|sack|bottle|package|parcel|crate|shipload|bushel|cubic metre|cubic meter|metre|meter|hectare|acre|batch|carton|round|megawatt|gigawatt|copy|roll|can|tin|packet|consignment|tranche|load)$/;

/** Measures of goods are counted however small the number: "five litres of oil". */
const MEASURES =
  /^(mile|kilometre|tonne|ton|kilogram|kilogramme|kilo|gram|pound|litre|liter|gallon|barrel|hectare|acre|megawatt|gigawatt|dose|square kilometre)$/;

/** What a measure or container holds, as a bare noun: "tonnes of Indian wheat" gives "wheat"; null for counts and money. */
export function itemOf(reading: QuantityReading): string | null {
  if (reading.item === null || reading.currency !== null || reading.unit === null || !HOLDERS.test(reading.unit))
    return null;
  return reading.item;
}

/**
 * Whether a quantity is a figure. `words` are its own, `given` tells that it was handed over or promised, `person`
 * that it counts people, `ofNation` that a nationality stands with it ("two Chinese trawlers": who acts, not how many):
 * all three matter only for small counts in words.
 */
export function isFigure(
  reading: QuantityReading,
  words: string,
  given: boolean,
  person: boolean,
  ofNation = false,
): boolean {
  if (reading.currency !== null) return true;
  if (reading.unit === null) return false;
  if (reading.unit === 'percent') return true;
  if (TIMES.test(reading.unit) || NEVER.test(reading.unit)) return false;
  const spelled = !/\d/.test(words);
  // Small counts in words name people and acts in passing; goods handed over, vehicles and places are still counted.
  if (spelled && reading.value < 10) {
    if (ACTORS.test(reading.unit) || person) return false;
    return (
      given ||
      reading.partOf !== null ||
      (MEASURES.test(reading.unit) && reading.item !== null) ||
      (THINGS.test(reading.unit) && !ofNation)
    );
  }
  return true;
}
