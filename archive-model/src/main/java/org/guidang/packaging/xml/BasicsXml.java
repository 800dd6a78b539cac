// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.xml;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;

/** 基本信息: the case, DA/T 85-2019 8 (办件基本信息), in the element names in use since 2021. */
@XmlRootElement(name = "description")
@XmlAccessorType(XmlAccessType.FIELD)
public class BasicsXml {

    @XmlAttribute(name = "title")
    String title = "办件基本信息";

    @XmlElement(name = "DepartmentName")
    public TitledXml departmentName;

    @XmlElement(name = "DocumentNumber")
    public TitledXml documentNumber;

    @XmlElement(name = "DocumentVersion")
    public TitledXml documentVersion;

    @XmlElement(name = "AnswersReturn")
    public TitledXml answersReturn;

    @XmlElement(name = "AnswersReason")
    public TitledXml answersReason;

    @XmlElement(name = "RetentionPeriod")
    public TitledXml retentionPeriod;

    @XmlElement(name = "ArchiveTime")
    public TitledXml archiveTime;

    @XmlElement(name = "TaskType")
    public TitledXml taskType;

    @XmlElement(name = "ApplyName")
    public TitledXml applyName;

    @XmlElement(name = "CardType")
    public TitledXml cardType;

    @XmlElement(name = "ContactedCard")
    public TitledXml contactedCard;

    @XmlElement(name = "ProjectName")
    public TitledXml projectName;

    @XmlElement(name = "ReceiveDepartment")
    public TitledXml receiveDepartment;

    @XmlElement(name = "ReceiveTime")
    public TitledXml receiveTime;

    @XmlElement(name = "TransactTime")
    public TitledXml transactTime;

    @XmlElement(name = "ProjectId")
    public TitledXml projectId;

    @XmlElement(name = "Result")
    public TitledXml result;

    @XmlElement(name = "ResultCode")
    public TitledXml resultCode;

    @XmlElement(name = "TaskCode")
    public TitledXml taskCode;

    @XmlElement(name = "TaskVersion")
    public TitledXml taskVersion;
}
