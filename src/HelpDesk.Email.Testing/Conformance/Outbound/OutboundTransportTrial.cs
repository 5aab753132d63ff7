using System.Globalization;
using System.Text;
using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Testing.Conformance.Outbound;

/// <summary>One way out on trial, with the words in which the proofs speak.</summary>
internal sealed class OutboundTransportTrial : IAsyncDisposable
{
    private readonly List<IOutboundTransport> _transports = [];
    private int _mails;

    private OutboundTransportTrial(OutboundTransportFixture fixture, CancellationToken cancellationToken) =>
        (Fixture, Cancellation) = (fixture, cancellationToken);

    public OutboundTransportFixture Fixture { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>The transport that most mails go by.</summary>
    public IOutboundTransport Transport => _transports[0];

    public static Task<OutboundTransportTrial> OpenAsync(OutboundTransportFixture fixture, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var trial = new OutboundTransportTrial(fixture, cancellationToken);
        trial.OpenAnother();
        return Task.FromResult(trial);
    }

    /// <summary>Another transport to the same other side.</summary>
    public IOutboundTransport OpenAnother()
    {
        _transports.Add(Fixture.Open());
        return _transports[^1];
    }

    /// <summary>Ends the proof where the fixture says that there is nothing to prove.</summary>
    public static void Requires(bool holds, string whatTheFixtureSays)
    {
        if (!holds)
        {
            throw new RuleNotApplicableException($"the fixture says that {whatTheFixtureSays}.");
        }
    }

    /// <summary>A mail with a Message-ID of its own and this body, to the first recipient unless others are named.</summary>
    public OutboundMail Mail(string body = "a line\r\n", Action<long>? onRead = null, params IReadOnlyList<string> recipients)
    {
        var number = Interlocked.Increment(ref _mails);
        var header = string.Create(
            CultureInfo.InvariantCulture,
            $"Date: Sun, 22 Nov 2026 09:00:{number % 60:D2} +0000\r\nFrom: {Fixture.Sender}\r\nTo: {Fixture.Recipient(1)}\r\nMessage-ID: <{number}.mail@conformance.test>\r\nSubject: {number}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: 8bit\r\n\r\n");
        return new OutboundMail(
            string.Create(CultureInfo.InvariantCulture, $"<{number}.mail@conformance.test>"),
            Fixture.Sender,
            recipients.Count == 0 ? [Fixture.Recipient(1)] : recipients,
            new TrialContent((byte[])[.. Encoding.Latin1.GetBytes(header), .. Encoding.Latin1.GetBytes(body)], onRead));
    }

    /// <summary>A body of about so many octets, in lines that say where they are.</summary>
    public static string Lines(int octets)
    {
        var body = new StringBuilder(octets + 80);
        while (body.Length < octets)
        {
            body.Append(CultureInfo.InvariantCulture, $"{body.Length:D10} and so on up to the end of a line of an ordinary length\r\n");
        }

        return body.ToString();
    }

    /// <summary>Sends, and expects a result that the engine can read.</summary>
    public Task<DeliveryResult> SendAsync(OutboundMail mail) => SendAsync(Transport, mail);

    /// <inheritdoc cref="SendAsync(OutboundMail)"/>
    public async Task<DeliveryResult> SendAsync(IOutboundTransport transport, OutboundMail mail)
    {
        var result = await transport.SendAsync(mail, Cancellation).ConfigureAwait(false);
        ResultShape.Check(mail, result);
        return result;
    }

    /// <summary>Sends, and expects that every recipient is accepted.</summary>
    public async Task SendAcceptedAsync(OutboundMail mail, IOutboundTransport? transport = null) =>
        ResultShape.CheckAll(await SendAsync(transport ?? Transport, mail).ConfigureAwait(false), RecipientStatus.Accepted);

    /// <summary>That these mails arrived as they were sent, each at these recipients, and nothing else did.</summary>
    public async Task ExpectArrivedAsync(params IReadOnlyList<(OutboundMail Mail, IReadOnlyList<string> Recipients)> expected)
    {
        var arrived = (await Fixture.ListAsync(Cancellation).ConfigureAwait(false)).ToList();
        foreach (var (mail, recipients) in expected)
        {
            var copies = arrived.FindAll(copy => Arrivals.IsCopy(copy, mail));
            arrived.RemoveAll(copies.Contains);
            Arrivals.Check(Fixture, mail, recipients, copies);
        }

        Expect.That(arrived.Count == 0, $"{arrived.Count} mails arrived that should not have, or not so: {string.Join("; ", arrived.Select(Arrivals.Show))}");
    }

    /// <summary>That these mails arrived at all of their recipients, and nothing else did.</summary>
    public Task ExpectArrivedAsync(params IReadOnlyList<OutboundMail> expected) =>
        ExpectArrivedAsync([.. expected.Select(mail => (mail, mail.Recipients))]);

    /// <summary>That one mail arrived as it was sent, so many times, whatever else did.</summary>
    public async Task ExpectAmongAsync(OutboundMail mail, int times = 1)
    {
        var copies = (await Fixture.ListAsync(Cancellation).ConfigureAwait(false)).Where(copy => Arrivals.IsCopy(copy, mail)).ToList();
        Expect.Same(times, copies.Count, $"The number of copies of {mail.MessageId}");
        foreach (var copy in copies)
        {
            Arrivals.Check(Fixture, mail, mail.Recipients, [copy]);
        }
    }

    /// <summary>That nothing arrived.</summary>
    public Task ExpectNothingAsync() => ExpectArrivedAsync((IReadOnlyList<OutboundMail>)[]);

    public async ValueTask DisposeAsync()
    {
        foreach (var transport in _transports)
        {
            await transport.DisposeAsync().ConfigureAwait(false);
        }

        await Fixture.DisposeAsync().ConfigureAwait(false);
    }
}
