namespace HelpDesk.Email.Mime.Writing;

/// <summary>A stretch of the message: octets that are ready, or a file that is encoded while it is written.</summary>
internal readonly record struct MessagePiece(byte[]? Octets, Func<Stream>? Content, bool Base64);
