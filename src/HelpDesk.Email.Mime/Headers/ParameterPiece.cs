namespace HelpDesk.Email.Mime.Headers;

/// <summary>A piece of a parameter in the notation of RFC 2231: <c>name*</c>, <c>name*1</c>, <c>name*1*</c>.</summary>
internal readonly record struct ParameterPiece(string Name, int Index, bool Extended, byte[] Octets);
