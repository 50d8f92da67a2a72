import { BLOCK_SPEEDS } from "../../provider";
import type { ArgumentCheck } from "../check";

export const volumeSpeed: ArgumentCheck = {
  id: "volume-speed",
  level: "error",
  title: "A block volume of a speed that there is not",
  explanation: "Block Storage offers 5,000 or 15,000 operations per second.",
  example: {
    wrong: { scaleway_block_volume: { v: { iops: 1000, size_in_gb: 20 } } },
    right: { scaleway_block_volume: { v: { iops: 15000, size_in_gb: 20 } } },
  },
  appliesTo: ["scaleway_block_volume"],
  refuse: (volume) => {
    const iops = volume.number("iops");
    if (iops === undefined || (BLOCK_SPEEDS as readonly number[]).includes(iops)) return undefined;
    const speeds = BLOCK_SPEEDS.join(" or ");
    return { argument: "iops", requirement: `be ${speeds}`, fix: `Write ${speeds}.` };
  },
};
