using System.Text;
using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Testing.Conformance.Outbound;

/// <summary>Compares what arrived with what was sent.</summary>
internal static class Arrivals
{
    /// <summary>Whether a mail that arrived is, by its Message-ID, a copy of one that was sent.</summary>
    public static bool IsCopy(ArrivedMail arrived, OutboundMail mail) => arrived.Octets.Span.IndexOf(Encoding.ASCII.GetBytes(mail.MessageId)) >= 0;

    /// <summary>That a mail arrived with its very octets, once at each of these recipients, from its sender.</summary>
    public static void Check(OutboundTransportFixture fixture, OutboundMail mail, IReadOnlyList<string> recipients, IReadOnlyList<ArrivedMail> copies)
    {
        Expect.That(copies.Count > 0, $"The mail {mail.MessageId} did not arrive, or arrived without its Message-ID.");
        foreach (var copy in copies)
        {
            ExpectOctets(fixture, mail, copy);
        }

        if (fixture.ShowsEnvelope)
        {
            Expect.SameList(
                recipients.Order(StringComparer.Ordinal), copies.SelectMany(copy => copy.Recipients).Order(StringComparer.Ordinal), $"The recipients that {mail.MessageId} arrived at");
            foreach (var copy in copies)
            {
                Expect.Same(mail.ReversePath, copy.ReversePath, $"The envelope sender of {mail.MessageId}");
            }
        }
        else
        {
            Expect.Same(1, copies.Count, $"The number of copies of {mail.MessageId}");
        }
    }

    /// <summary>A mail that arrived in a few words.</summary>
    public static string Show(ArrivedMail arrived) =>
        $"{arrived.Octets.Length} octets to [{string.Join(", ", arrived.Recipients)}] that begin with '{Encoding.Latin1.GetString(arrived.Octets.Span[..Math.Min(arrived.Octets.Length, 40)])}'";

    private static void ExpectOctets(OutboundTransportFixture fixture, OutboundMail mail, ArrivedMail copy)
    {
        var sent = ((TrialContent)mail.Content).Octets.Span;
        var found = copy.Octets.Span;

        // RFC 5321 has no mail whose last line has no end: a transport may give it one.
        var end = found.Length > 2 && !sent.EndsWith("\r\n"u8) && found.EndsWith("\r\n"u8) ? found.Length - 2 : found.Length;
        var start = fixture.PrependsFields ? Math.Max(0, end - sent.Length) : 0;
        if (found[start..end].SequenceEqual(sent))
        {
            return;
        }

        var (wanted, given) = Difference.Between(Encoding.Latin1.GetString(sent), Encoding.Latin1.GetString(found[start..end]));
        throw new ConformanceException($"The octets of {mail.MessageId} ({end - start}) are '{given}', expected ({sent.Length}) is '{wanted}'.");
    }
}
