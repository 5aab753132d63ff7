using System.Buffers;
using System.Security.Cryptography;

namespace HelpDesk.Email.Reading;

/// <summary>A digest of a mail's body that two copies share although they came by different ways.</summary>
/// <remarks>
/// Everything behind the first empty line, with CR and white space at the ends of lines left out, and empty lines at the
/// end too: what servers on the way are known to change. Linear, in windows of the stream.
/// </remarks>
internal static class BodyDigest
{
    private const byte Cr = (byte)'\r';
    private const byte Lf = (byte)'\n';

    public static string Compute(Stream message)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var input = ArrayPool<byte>.Shared.Rent(65_536);
        var output = ArrayPool<byte>.Shared.Rent(65_536);
        try
        {
            Run(message, hash, input, output);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(input);
            ArrayPool<byte>.Shared.Return(output);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Run(Stream message, IncrementalHash hash, byte[] input, byte[] output)
    {
        var inBody = false;
        var lineIsEmpty = true;
        long pendingSpaces = 0;
        long pendingLines = 0;
        var written = 0;
        int read;

        void Put(byte octet)
        {
            if (written == output.Length)
            {
                hash.AppendData(output, 0, written);
                written = 0;
            }

            output[written++] = octet;
        }

        while ((read = message.Read(input, 0, input.Length)) > 0)
        {
            foreach (var octet in input.AsSpan(0, read))
            {
                if (!inBody)
                {
                    if (octet == Lf)
                    {
                        inBody = lineIsEmpty;
                        lineIsEmpty = true;
                    }
                    else if (octet != Cr)
                    {
                        lineIsEmpty = false;
                    }

                    continue;
                }

                switch (octet)
                {
                    case Cr:
                        break;
                    case Lf:
                        pendingLines++;
                        pendingSpaces = 0;
                        break;
                    case (byte)' ' or (byte)'\t':
                        pendingSpaces++;
                        break;
                    default:
                        for (; pendingLines > 0; pendingLines--)
                        {
                            Put(Lf);
                        }

                        // Runs of white space count as one: some relays re-wrap it.
                        if (pendingSpaces > 0)
                        {
                            Put((byte)' ');
                            pendingSpaces = 0;
                        }

                        Put(octet);
                        break;
                }
            }
        }

        hash.AppendData(output, 0, written);
    }
}
