namespace HelpDesk.Email.Mime.Encodings;

/// <summary>Where an encoded-word and its parts stand in a header value.</summary>
internal readonly record struct EncodedWord(int Start, int End, int CharsetStart, int CharsetEnd, bool Base64, int TextStart, int TextEnd);
