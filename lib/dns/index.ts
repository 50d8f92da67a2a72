export { DNS_RECORD_TYPES, type DnsRecordOptions, type DnsRecordType, DnsZone } from "./dns-zone";
