using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Testing.Conformance.Outbound;

/// <summary>What the suite needs to know of the outbound transport it examines; derive it for yours.</summary>
/// <remarks>
/// Each case makes one fixture, with another side of its own that nothing has arrived at, and disposes it. Cases may run at
/// once. What the transport or its other side can't do is said here: a rule about it is reported as not applicable
/// (<see cref="RuleNotApplicableException"/>), or asks for a clear refusal in its place.
/// </remarks>
public abstract class OutboundTransportFixture : IAsyncDisposable
{
    /// <summary>The envelope sender of the mails.</summary>
    /// <value>The default is <c>sender@conformance.test</c>.</value>
    public virtual string Sender => "sender@conformance.test";

    /// <summary>An address that is refused for good; <see langword="null"/> where no address is refused alone.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public virtual string? RejectedRecipient => null;

    /// <summary>An address that is refused for now; <see langword="null"/> where no address is refused alone.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public virtual string? DeferredRecipient => null;

    /// <summary>An address with characters beyond ASCII, which is taken where <see cref="TakesInternationalAddresses"/> is true.</summary>
    /// <value>The default is <c>jörg@conformance.test</c>.</value>
    public virtual string InternationalRecipient => "j\u00F6rg@conformance.test";

    /// <summary>Whether addresses may have characters beyond ASCII (RFC 6531); otherwise each of them has to be refused.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public virtual bool TakesInternationalAddresses => true;

    /// <summary>Whether mail may have octets above 127 (RFC 6152); otherwise such a mail has to be refused.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public virtual bool TakesEightBit => true;

    /// <summary>Whether <see cref="ArrivedMail"/> tells sender and recipients.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public virtual bool ShowsEnvelope => true;

    /// <summary>Whether servers on the way put header fields in front of a mail (Received, Return-Path); all behind them has to be the same.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public virtual bool PrependsFields => false;

    /// <summary>Whether the transport, or its other side in this process, keeps whole mails in memory before it takes them over.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public virtual bool HoldsMails => false;

    /// <summary>Whether the other side can go away and come back (<see cref="GoAwayAsync"/>).</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public virtual bool CanGoAway => false;

    /// <summary>How long the largest mail of the suite is; less where the other side takes less.</summary>
    /// <value>The default is 26,214,400 octets, that is 25 MB.</value>
    public virtual int LargestMail => 25 << 20;

    /// <summary>An address that is accepted; each number from 1 to 120 gives another one.</summary>
    public virtual string Recipient(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"recipient{number}@conformance.test");

    /// <summary>Opens a transport; called again, another one to the same other side. The suite disposes it.</summary>
    public abstract IOutboundTransport Open();

    /// <summary>All mails that arrived since the fixture was made, in any order. Where mail travels on after it was accepted, waits for it.</summary>
    public abstract ValueTask<IReadOnlyList<ArrivedMail>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Makes the other side unreachable: stops the server, takes the folder away. Only where <see cref="CanGoAway"/> is true.</summary>
    public virtual ValueTask GoAwayAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException("CanGoAway is true, and GoAwayAsync is not overridden.");

    /// <summary>Makes the other side reachable again, under the same settings; what arrived before is still listed.</summary>
    public virtual ValueTask ComeBackAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException("CanGoAway is true, and ComeBackAsync is not overridden.");

    /// <summary>Removes what the fixture made.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
