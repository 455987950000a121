/**
 * AWS's protocols over HTTP: who calls, what is asked, and AWS's form for every answer. Translates and decides
 * nothing; each service has a package of its own below.
 */
package minifaas.aws;
