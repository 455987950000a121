/** {@code faas bench}: how fast the platform is, each figure beside the floor that this machine sets. */
package minifaas.cli.bench;
