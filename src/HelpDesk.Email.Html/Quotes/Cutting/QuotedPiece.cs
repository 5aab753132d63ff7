namespace HelpDesk.Email.Html;

/// <summary>A piece of a mail that repeats earlier mails.</summary>
/// <param name="Start">Where it begins in the source, in characters.</param>
/// <param name="Length">How many characters it is long.</param>
/// <param name="Evidence">
/// What told it, for people who ask why: a mail program and its mark, <c>blockquote</c>, <c>quote marks</c>,
/// <c>attribution</c>, <c>header block</c>, <c>separator</c> or <c>delimiter</c>.
/// </param>
public readonly record struct QuotedPiece(int Start, int Length, string Evidence);
