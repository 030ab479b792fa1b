// Where the content API is: scheme and host, without a slash at the end.
export const API = "http://localhost:8000";
