using HelpDesk.Email.MailKit.Connecting;
using MailKit;

namespace HelpDesk.Email.MailKit.Pop3;

/// <summary>Ends a transfer that becomes too long: POP3 tells no length that is always true.</summary>
/// <param name="most">How many octets may come.</param>
internal sealed class TransferGuard(long most) : ITransferProgress
{
    /// <inheritdoc/>
    public void Report(long bytesTransferred, long totalSize) => Report(bytesTransferred);

    /// <inheritdoc/>
    public void Report(long bytesTransferred)
    {
        if (bytesTransferred > most)
        {
            throw new TooManyOctetsException(bytesTransferred);
        }
    }
}
