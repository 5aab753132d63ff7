namespace HelpDesk.Email.Mime.Headers;

/// <summary>Where a header field stands in its block: its name, and its value with the folding still in it.</summary>
internal readonly record struct HeaderLine(int NameStart, int NameLength, int ValueStart, int ValueEnd);
