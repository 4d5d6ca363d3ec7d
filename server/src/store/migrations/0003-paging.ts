/** Cases and refused texts are read page by page in the order of their submissions: without these each page read them all. */
export const paging = `
CREATE UNIQUE INDEX case_submission ON accepted_case (submission);
CREATE INDEX submission_verdict ON submission (accepted);
`;
