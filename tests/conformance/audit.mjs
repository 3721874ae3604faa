// Prints what the audits of graphql-http find at an address, as JSON.
import { auditServer } from "graphql-http";

const found = await auditServer({ url: process.argv[2] });
const told = found.map(({ id, name, status, reason }) => ({ id, name, status, reason }));
console.log(JSON.stringify(told));
