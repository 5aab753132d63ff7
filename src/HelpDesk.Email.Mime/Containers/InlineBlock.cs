namespace HelpDesk.Email.Mime.Containers;

/// <summary>A stretch of a text that is not text for people.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The name of a file, as it stands there.</param>
internal readonly record struct InlineBlock(int Start, int End, InlineBlockKind Kind, string? Name);
