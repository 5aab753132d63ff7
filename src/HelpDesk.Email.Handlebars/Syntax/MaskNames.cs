using System.Collections.Frozen;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Syntax;

/// <summary>Finds masks by their names.</summary>
internal static class MaskNames
{
    private const string Messages = "*Recent_messages";
    private const string Field = "CF_*";

    private static readonly FrozenDictionary<(MaskForm Form, string Name), TemplateMask> Exact =
        TemplateMasks.All.ToFrozenDictionary(mask => (mask.Form, mask.Name));

    private static readonly FrozenDictionary<(MaskForm Form, string Name), TemplateMask> Plain =
        TemplateMasks.All.GroupBy(mask => (mask.Form, Reduce(mask.Name))).ToFrozenDictionary(group => group.Key, group => group.First());

    /// <summary>The mask of that name, first of its own form, first with the case as it is; or <see langword="null"/>.</summary>
    public static TemplateMask? Find(MaskForm form, string name)
    {
        if (form == MaskForm.Welcome)
        {
            return Plain.GetValueOrDefault((form, Reduce(name)));
        }

        var other = form == MaskForm.Hash ? MaskForm.Percent : MaskForm.Hash;
        var reduced = Reduce(name);
        return Exact.GetValueOrDefault((form, name))
            ?? Exact.GetValueOrDefault((other, name))
            ?? Plain.GetValueOrDefault((form, reduced))
            ?? Plain.GetValueOrDefault((other, reduced))
            ?? Open(name);
    }

    /// <summary>Whether a name in two braces means a mask: exactly so written, and not the name of a variable.</summary>
    public static TemplateMask? FindExact(string name) =>
        Exact.GetValueOrDefault((MaskForm.Percent, name)) ?? Exact.GetValueOrDefault((MaskForm.Hash, name)) ?? (name.StartsWith("CF_", StringComparison.Ordinal) ? Open(name) : null);

    /// <summary>How many messages a name asks for.</summary>
    public static int CountOf(string name)
    {
        var digits = name.AsSpan()[..^name.AsSpan().TrimStart("0123456789").Length];
        return digits.IsEmpty ? 5 : digits.Length > 3 ? 999 : int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
    }

    // A name with something open in it: 3Recent_messages, CF_17.
    private static TemplateMask? Open(string name)
    {
        if (char.IsAsciiDigit(name[0]))
        {
            return Reduce(name.TrimStart("0123456789".ToCharArray())) == Reduce(Messages) ? Exact[(MaskForm.Hash, Messages)] : null;
        }

        return name.Length > 3 && name.StartsWith("CF_", StringComparison.OrdinalIgnoreCase) ? Exact[(MaskForm.Hash, Field)] : null;
    }

    private static string Reduce(string name) =>
        string.Create(name.Count(char.IsAsciiLetterOrDigit), name, static (span, source) =>
        {
            var at = 0;
            foreach (var c in source)
            {
                if (char.IsAsciiLetterOrDigit(c))
                {
                    span[at++] = char.ToLowerInvariant(c);
                }
            }
        });
}
