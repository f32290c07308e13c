package org.pizzaorders.payment.control;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.net.ApiResource;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.PaymentMethodData;
import com.stripe.param.RefundCreateParams;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.pizzaorders.shared.Money;

/**
 * Charges and refunds by Stripe, or by whatever speaks its language under another URL. One call each, without the
 * client's own retries: when to ask again is for the worker to say.
 */
final class StripePaymentProvider implements PaymentProvider {

    private final StripeClient stripe;

    StripePaymentProvider(PaymentSettings.Provider settings, String key) {
        stripe = StripeClient.builder()
                .setApiKey(key)
                .setApiBase(settings.url())
                .setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()))
                .setReadTimeout(Math.toIntExact(settings.readTimeout().toMillis()))
                .setMaxNetworkRetries(0)
                .build();
        prepare();
    }

    /** The SDK makes its readers and writers at their first use, for most of a second: better now than for a customer. */
    private static void prepare() {
        intent(new ChargeRequest(UUID.randomUUID(), UUID.randomUUID(), new Money(1, "USD"), "none"))
                .toMap();
        ApiResource.GSON.fromJson("{\"object\":\"payment_intent\"}", PaymentIntent.class);
    }

    @Override
    public ChargeResult charge(ChargeRequest request) {
        try {
            var intent = stripe.v1().paymentIntents().create(intent(request), under(request.paymentId()));
            return result(intent);
        } catch (CardException e) {
            return new ChargeResult.Declined(StripeFailures.reason(e));
        } catch (InvalidRequestException e) {
            return StripeFailures.isInFlight(e)
                    ? new ChargeResult.Unclear(StripeFailures.reason(e), true)
                    : new ChargeResult.Declined(StripeFailures.reason(e));
        } catch (StripeException e) {
            return new ChargeResult.Unclear(StripeFailures.reason(e), !StripeFailures.isAnswered(e));
        } catch (RuntimeException e) {
            return new ChargeResult.Unclear(StripeFailures.UNREADABLE, true);
        }
    }

    @Override
    public RefundResult refund(RefundRequest request) {
        try {
            var refund = stripe.v1().refunds().create(refundOf(request), under(request.refundId()));
            return result(refund);
        } catch (InvalidRequestException e) {
            return refused(request, e);
        } catch (StripeException e) {
            return new RefundResult.Unclear(StripeFailures.reason(e));
        } catch (RuntimeException e) {
            return new RefundResult.Unclear(StripeFailures.UNREADABLE);
        }
    }

    private static PaymentIntentCreateParams intent(ChargeRequest request) {
        return PaymentIntentCreateParams.builder()
                .setConfirm(true)
                .setErrorOnRequiresAction(true)
                .setAmount(request.total().amount())
                .setCurrency(request.total().currency().toLowerCase(Locale.ROOT))
                .addPaymentMethodType("card")
                .setPaymentMethodData(PaymentMethodData.builder()
                        .putExtraParam("type", "card")
                        .putExtraParam("card", Map.of("token", request.token()))
                        .build())
                .putMetadata("payment_id", request.paymentId().toString())
                .putMetadata("order_id", request.orderId().toString())
                .build();
    }

    private static RefundCreateParams refundOf(RefundRequest request) {
        return RefundCreateParams.builder()
                .setPaymentIntent(request.reference())
                .setAmount(request.amount())
                .putMetadata("payment_id", request.paymentId().toString())
                .build();
    }

    private static RequestOptions under(UUID idempotencyKey) {
        return RequestOptions.builder()
                .setIdempotencyKey(idempotencyKey.toString())
                .build();
    }

    private static ChargeResult result(PaymentIntent intent) {
        if (intent == null || intent.getId() == null) {
            return new ChargeResult.Unclear(StripeFailures.UNREADABLE, true);
        }
        return "succeeded".equals(intent.getStatus())
                ? new ChargeResult.Charged(intent.getId())
                : new ChargeResult.Unclear("intent_" + intent.getStatus(), true);
    }

    private static RefundResult result(Refund refund) {
        if (refund == null || refund.getId() == null || refund.getStatus() == null) {
            return new RefundResult.Unclear(StripeFailures.UNREADABLE);
        }
        return switch (refund.getStatus()) {
            case "succeeded", "pending" -> new RefundResult.Refunded(refund.getId());
            default -> new RefundResult.Refused("refund_" + refund.getStatus());
        };
    }

    private static RefundResult refused(RefundRequest request, InvalidRequestException e) {
        if ("charge_already_refunded".equals(e.getCode())) {
            return new RefundResult.Refunded(request.reference());
        }
        return StripeFailures.isInFlight(e)
                ? new RefundResult.Unclear(StripeFailures.reason(e))
                : new RefundResult.Refused(StripeFailures.reason(e));
    }
}
