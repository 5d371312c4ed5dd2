/** What the scripts say in the site's language, by the English words. The build writes it anew for another language. */
export default {};
