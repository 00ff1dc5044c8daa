#include <qrencode.h>

/* Two functions that the library exports, though its header lacks them; QRcode_encodeString is made of them. */

/* Cuts a text into pieces, each in the mode that takes least room; 0 where all went well. */
extern int Split_splitStringToQRinput(const char *string, QRinput *input, QRencodeMode hint, int casesensitive);

/* The code of some input with a mask of 0 to 7; with -1 it makes all eight and weighs them. */
extern QRcode *QRcode_encodeMask(QRinput *input, int mask);
