/** Prints every script that the export's tests check, as JSON, for run-network-scripts.py. */
import { allScripts } from '../../src/exports/network/testing.ts';

process.stdout.write(JSON.stringify(allScripts()));
