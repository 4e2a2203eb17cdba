/** SGP has two hosts; an account of one is unknown to the other (scale-gp-beta 0.7.0, its environments). */
export const HOSTS =
  'The account may be on the other host: https://api.egp.scale.com is the default, https://api.sgp.scale.com the multi-tenant platform; set `base-url`.';

/** For any request; a call's own hints win. */
export const HOST_HINTS = {
  401: `Check the input \`api-key\`: the cloud does not accept it. ${HOSTS}`,
  404: `Check \`base-url\` and the ids that were given: this account has nothing of that name. ${HOSTS}`,
};
