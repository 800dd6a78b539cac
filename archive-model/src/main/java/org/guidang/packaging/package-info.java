// SPDX-License-Identifier: AGPL-3.0-only
/**
 * The archival package (归档信息包) and its life: fixed, detected, registered, offered, accepted, held, or returned and
 * answered by a next version. After 浙档发〔2019〕16号 section 7, DA/T 85-2019 and GB/T 42727-2023 chapter 7. Knows the case
 * it was made of by its application number; nothing of lists, registers and holdings.
 */
package org.guidang.packaging;
