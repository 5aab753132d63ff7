namespace HelpDesk.Email.Classification;

/// <summary>Of which kinds a mail says anything, in whatever language. One thread at a time.</summary>
/// <remarks>
/// One look for the phrases of all languages together costs little more than one for those of a single language. Most mails are by
/// people and say little of what notices say, so that most languages need not be asked one by one.
/// </remarks>
internal sealed class SpokenKinds(string own)
{
    private static readonly string[] Weighty = ["absence", "future", "automatic", "received", "noreply"];

    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>Whether it says anything that by itself speaks for an automatic answer.</summary>
    public bool AnyWeighs => Array.Exists(Weighty, Has);

    /// <summary>Whether any language says something of the kind, where the kind is looked for.</summary>
    public bool Has(string kind)
    {
        if (!_known.TryGetValue(kind, out var has))
        {
            _known[kind] = has = AutomaticLanguage.OfAny(kind).IsIn(own.AsSpan(0, Math.Min(own.Length, Reach(kind))));
        }

        return has;
    }

    private static int Reach(string kind) => kind switch
    {
        "absence" or "future" => BodyWording.Beginning,
        "thanks" => BodyWording.Salutation,
        _ => int.MaxValue,
    };
}
