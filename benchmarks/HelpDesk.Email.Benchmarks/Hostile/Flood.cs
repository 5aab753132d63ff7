namespace HelpDesk.Email.Benchmarks.Hostile;

/// <summary>Repeats pieces.</summary>
internal static class Flood
{
    /// <summary>The piece, as often as fits into the size.</summary>
    public static string Of(string piece, int size) =>
        string.Create(size / piece.Length * piece.Length, piece, static (text, piece) =>
        {
            for (var rest = text; !rest.IsEmpty; rest = rest[piece.Length..])
                piece.CopyTo(rest);
        });
}
