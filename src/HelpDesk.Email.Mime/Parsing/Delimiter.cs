namespace HelpDesk.Email.Mime.Parsing;

/// <summary>What ended a body: a boundary of the multipart at that level, opening or closing, or the end of the octets (level -1).</summary>
/// <param name="Level">The place of the multipart among the open ones.</param>
/// <param name="Closing">Whether it is the closing one.</param>
/// <param name="ContentEnd">Where the body before it ends, the line end that belongs to the boundary taken off.</param>
internal readonly record struct Delimiter(int Level, bool Closing, long ContentEnd);
